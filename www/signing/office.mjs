// 示例机关的办件库: what was handed in, checked again by the authority's own copy of the catalogue, and what it decides. All
// of a record is made here, from this catalogue and this clock; of the portal it takes the application alone.
import { readFileSync } from 'node:fs';
import { init } from 'yushen';
import { clock, ISSUER } from './list.mjs';
import { Refusal } from './requests.mjs';

/** What a signed text may not hold: controls, and marks that change how the rest reads. */
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const PREFIX = { acceptance: '受', supplement: '补', received: '收' };
/** The largest file that is looked into. */
const MOST_FILE = 20 * 1024 * 1024;

const kept = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== ''));

const isObject = (value) => Boolean(value) && typeof value === 'object' && !Array.isArray(value);

/** Every text of a value as it may be signed. */
function clean(value) {
  if (typeof value === 'string') return value.toWellFormed().normalize('NFC').replace(FORBIDDEN, '');
  if (Array.isArray(value)) return value.map(clean);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each)]));
}

function party({ name, identifier } = {}) {
  if (!name) throw new Refusal(422, 'APPLICATION_INCOMPLETE', { path: '/applicant/name' });
  return kept({ name, kind: identifier && identifier.kind, identifier: identifier && identifier.value });
}

/** 材料清单: what the plan asks for, what was handed in, and what is named as missing. */
function materials(item, plan, application, named = []) {
  const given = application.materials || {};
  const wanted = plan.materials.filter(({ id, applies }) => applies === 'yes' || given[id] || named.includes(id));
  return wanted.map(({ id }) => {
    const { name } = item.materials.find((each) => each.id === id);
    const { via, copies, files = [] } = given[id] || {};
    const listed = files.map(({ name: file, size, sha256, sm3 }) => ({ name: file, size, sha256, sm3 }));
    return kept({ id, name, copies: copies || undefined, via, files: listed.length ? listed : undefined });
  });
}

/** The material that a finding is about; of several that would do, the first. */
const materialOf = ({ material, path }) => material || (/^\/materials\/([^/]+)/.exec(path) || [])[1];

/** 需要补齐、补正的内容: every finding that must be mended, in the words of the component. */
function defects(catalogue, plan, application, findings) {
  const messages = catalogue.messages(plan, findings, application);
  return findings.map((finding, place) => {
    const { what, how } = messages[place];
    const { code, basis } = finding;
    const cited = basis.status ? undefined : basis; // what does not bind stands on no document
    return kept({
      material: materialOf(finding),
      class: finding.class === 'missing' ? 'missing' : 'defective',
      reason: what,
      standard: how,
      source: 'machine',
      code,
      basis: cited,
    });
  });
}

/** 办理时限, counted from the server's own day. */
function deadlines(catalogue, code, on) {
  const { clocks, calendar } = catalogue.schedule(
    code,
    [
      { type: 'received', at: on },
      { type: 'accepted', at: on },
    ],
    { on },
  );
  const stated = clocks.filter(({ kind, due }) => due && (kind === 'promised' || kind === 'statutory'));
  const lines = stated.map(({ kind, amount, unit, start, due, certainty, basis }) => ({
    kind,
    amount,
    unit,
    start,
    due,
    certainty,
    basis,
  }));
  return lines.length ? { deadlines: lines, calendar } : undefined;
}

function fee(item) {
  const items = ((item.fees && item.fees.items) || []).map(({ name, amount }) => ({
    name,
    amount,
    basis: { catalogue: item.code, entry: '/fees' },
  }));
  return items.length ? { charged: true, items } : { charged: false };
}

const first = (contacts, fallback) => (contacts && contacts[0] ? contacts[0].value : fallback);

/** What the authority answers: of which kind, and what that kind says beside what all of them say. */
function decide(catalogue, item, plan, application, at) {
  const findings = catalogue.check(plan, application).findings.filter(({ severity }) => severity === 'must');
  const elsewhere = findings.find((finding) => !materialOf(finding)); // a notice can name materials only
  if (elsewhere) throw new Refusal(422, 'APPLICATION_INCOMPLETE', { path: elsewhere.path });
  const list = materials(item, plan, application, findings.map(materialOf));
  if (findings.length) {
    const told = defects(catalogue, plan, application, findings);
    return [
      'supplement',
      {
        times: { received: at, notified: at, issued: at },
        materials: list,
        round: 1,
        defects: told,
        response: { via: '回到自查页面补齐、补正后再提交' },
      },
    ];
  }
  const limits = deadlines(catalogue, item.code, application.on);
  // A receipt of acceptance states when it will be decided. Of an item whose catalogue states no limit, the receipt of the
  // materials is all that can be given.
  if (!limits) return ['received', { times: { received: at, issued: at }, materials: list }];
  return [
    'acceptance',
    {
      times: { received: at, accepted: at, issued: at },
      handler: '演示程序',
      materials: list,
      ...limits,
      fee: fee(item),
      delivery: { via: '电子送达' },
    },
  ];
}

/** What every document says. */
function common({ info, ref }, item, { applicant, agent }, phone) {
  const { version, region, seq, validFrom } = info;
  const { sha256, sm3 } = ref;
  const { code, name, procedure, basis } = item;
  return {
    issuer: ISSUER,
    item: {
      code,
      name,
      version: item.version,
      procedure,
      basis: basis.length ? basis : undefined,
      catalogue: kept({ version, region, seq, validFrom, sha256, sm3 }),
    },
    applicant: party(applicant),
    contact: { phone },
    agent: agent && agent.name ? party(agent) : undefined,
    channels: {
      query: first(item.progress, '示例机关窗口'),
      phone: first(item.inquiry, '12345'),
      complaint: first(item.complaint, '12345'),
    },
    notice: ['本文书由演示程序出具，不是任何机关的文书，不产生任何效力。'],
  };
}

/** The files whose digests a record lists, with what the portal reports of each. */
function filed({ materials: listed }, { materials: given }) {
  const names = listed.filter(({ files }) => files).map(({ id }) => id);
  const files = names.flatMap((material) => given[material].files.map((report, file) => ({ material, file, report })));
  if (files.some(({ report: { size } }) => size > MOST_FILE)) throw new Refusal(413, 'TOO_LARGE');
  return files;
}

/** The office. */
class Office {
  #yushen;
  #catalogue;
  #now;
  #count = 0;

  constructor(yushen, catalogue, now) {
    this.#yushen = yushen;
    this.#catalogue = catalogue;
    this.#now = now;
  }

  /** 收件: checks and decides. Throws `Refusal`, and the component's own errors. */
  receive({ item: code, application, contact }) {
    const whole =
      typeof code === 'string' && isObject(application) && isObject(contact) && typeof contact.phone === 'string';
    if (!whole) throw new Refusal(400, 'REQUEST_INVALID');
    const at = clock(this.#now());
    const own = { ...application, on: at.slice(0, 10) };
    const catalogue = this.#catalogue;
    const item = catalogue.item(code, { on: own.on });
    const plan = catalogue.plan(code, own.answers || {}, { on: own.on });
    const [kind, body] = decide(catalogue, item, plan, own, at);
    const said = common(catalogue, item, own, contact.phone);
    this.#count += 1;
    const place = String(this.#count).padStart(4, '0');
    const named = {
      number: `演示${PREFIX[kind]}〔${at.slice(0, 4)}〕${place}号`,
      case: { number: `YS${own.on.replaceAll('-', '')}${place}` },
      template: { id: kind, version: '1' },
    };
    const record = clean(JSON.parse(JSON.stringify({ ...said, ...body, ...named })));
    return { kind, record, files: filed(record, own) };
  }

  /** The authority's own report of a file. */
  inspect(bytes, name) {
    return this.#yushen.inspect(bytes, { name });
  }
}

/** Opens the office. `now` is its clock. */
export async function openOffice(now = () => new Date()) {
  const yushen = await init();
  const catalogue = readFileSync(new URL('../../src/data/catalogue.sample.json', import.meta.url));
  return new Office(yushen, yushen.catalogue(catalogue), now);
}
