// What the page that verifies says under trust lists of every kind: stale, rolled back, seen by the camera, of records full of
// attacks, of documents as OFD.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { clock } from '../../www/signing/list.mjs';
import { pin } from '../../www/verify/pin.mjs';
import { axe } from './axe.mjs';
import { filmed } from './camera.mjs';
import { example, infected, issue, modelOf, ofdOf, trustOf } from './desk.mjs';
import { answers, DAY, DIST, must, now, on, saved, scratch, shot, told, trusting, verdictOf } from './verifying.mjs';

export async function stale(engine) {
  const earlier = new Date(now.getTime() - 10 * DAY);
  const trust = trustOf(earlier);
  const document = issue('acceptance', example('acceptance', clock(earlier)), trust);
  await trusting(engine, trust, async (page) => {
    const said = await verdictOf(page, { paste: document.json });
    must(
      `a stale list: ${said.tone} ${said.verdict}`,
      said.tone.includes('note') &&
        !said.tone.includes('good') &&
        said.all.includes('信任列表已过更新日期') &&
        said.verdict.includes('需要留意'),
    );
    await axe(page, 'verify, a stale list');
    await shot(page, 'verify-stale');
  });
}

/** A page that is kept and opened without a network, from before its list expires to after a key was stolen: docs/trust.md. */
export async function kept(engine) {
  const { page } = engine;
  const html = readFileSync(join(DIST, 'verify/offline.html'), 'utf8');
  await page.setOfflineMode(true);
  const shown = async (days, what, tone, ...words) => {
    const made = new Date(now.getTime() - days * DAY);
    const trust = trustOf(made);
    await page.goto(String(pathToFileURL(saved(`kept-${days}.html`, pin(html, trust)))));
    await page.waitForSelector('#pasted');
    const document = issue('acceptance', example('acceptance', clock(made)), trust);
    const said = await verdictOf(page, { paste: document.json });
    must(
      `${what}: ${said.tone} ${said.all}`,
      said.tone.includes(tone) &&
        said.all.includes(`${days}天前发布`) &&
        words.every((word) => said.all.includes(word)),
    );
    return document;
  };
  await shown(60, 'offline, an expired list', 'bad', '信任列表过期太久', '未生效', '取得新的');
  await axe(page, 'offline, an expired list');
  await shot(page, 'verify-expired');
  await shown(10, 'offline, a stale list', 'note', '信任列表已过更新日期');
  const document = await shown(1, 'offline, before the list has expired', 'good');
  const stolen = saved('stolen.json', JSON.stringify(trustOf(now, { revokeReason: 'key-compromise' }).list));
  await (await page.$('#open-trust')).uploadFile(stolen);
  await page.waitForFunction(() => globalThis.document.querySelector('#verdict').className.includes('bad'));
  const said = await verdictOf(page, { paste: document.json });
  const what = 'offline, after a compromise';
  must(`${what}: ${said.all}`, said.tone.includes('bad') && said.all.includes('密钥已泄露'));
  await page.setOfflineMode(false);
}

export async function camera(engine) {
  const trust = trustOf(now);
  const document = issue('acceptance', example('acceptance', clock(now)), trust);
  await trusting(engine, trust, async (page) => {
    const said = await filmed(page.url(), modelOf(document, trust, on).code, scratch);
    must(`by the camera: ${said}`, said.includes('good'));
  });
}

/** A list that is older than one seen before is not used. */
export async function rollback(engine) {
  const trust = trustOf(now);
  const document = issue('received', example('received', clock(now)), trust);
  await trusting(engine, trust, async (page) => {
    for (const [{ list }, tone] of [
      [trust, 'good'],
      [trustOf(new Date(now.getTime() - DAY)), 'bad'],
      [trust, 'good'],
    ]) {
      answers.set('/verify/trust.json', list);
      await page.reload();
      await page.waitForSelector('#pasted');
      const said = await verdictOf(page, { paste: document.json });
      must(
        `a list of ${list.issuedAt}: ${said.tone} ${said.all}`,
        said.tone.includes(tone) && (tone === 'good' || said.all.includes('信任列表比已经用过的旧')),
      );
    }
  });
}

/** The code of what is thrown. */
function refusal(call) {
  try {
    call();
  } catch ({ code }) {
    return code;
  }
  return '';
}

/** Attacks in every free text of every kind of record, signed as they are. */
export async function attacks(engine) {
  const trust = trustOf(now);
  let shown = 0;
  await trusting(engine, trust, async (page) => {
    const dialogs = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    for (const kind of ['acceptance', 'supplement', 'received']) {
      for (const attack of [
        '<img src=x onerror="window.pwned=1">',
        '"><svg onload="window.pwned=1">',
        'javascript:window.pwned=1',
      ]) {
        for (const record of infected(example(kind, clock(now)), attack)) {
          // Whatever a record calls its issuer, the list says who that is, and nothing is issued in another name.
          if (record.issuer.name === attack) {
            must(`${attack} as issuer`, refusal(() => issue(kind, record, trust)) === 'SIGNATURE_REFUSED');
            continue;
          }
          const said = await verdictOf(page, { paste: issue(kind, record, trust).json });
          must(
            `an attack is a text like any other: ${said.verdict}`,
            said.tone.includes('good') || said.tone.includes('note'),
          );
          const injected = await page.evaluate(
            () =>
              document.querySelectorAll(
                'main img, main script, main iframe, main a[href], main [onload], main [onerror], .paper svg:not(.qr)',
              ).length,
          );
          must(`${attack} in ${kind} made an element`, injected === 0);
          must(
            `${attack} is shown as it is`,
            (await page.$eval('.paper', (paper) => paper.textContent)).includes(attack),
          );
          shown += 1;
        }
      }
    }
    must('no script ran', !dialogs.length && !(await page.evaluate(() => window.pwned)));
  });
  return shown;
}

/** 版式文件: its attachment is verified and shown; a receipt of the case before it is told from another. */
export async function ofd(engine) {
  const trust = trustOf(now);
  const record = example('acceptance', clock(now));
  const document = issue('acceptance', record, trust);
  const bytes = ofdOf(document, trust, on);
  if (!bytes.length) return 'this build makes no OFD yet';
  const longer = (digest) =>
    issue(
      'extension',
      { ...example('extension', clock(now)), case: record.case, previous: { number: document.number, digest } },
      trust,
    );
  await trusting(engine, trust, async (page) => {
    const path = saved('receipt.ofd', bytes);
    let said = await verdictOf(page, { file: path });
    must(
      `an OFD: ${said.verdict}`,
      said.tone.includes('good') && said.all.includes('版式文件页面上的字为准') && (await page.$('.paper .lines')),
    );
    await verdictOf(page, { paste: longer(document.chain).json });
    await (await page.$('#previous')).uploadFile(path);
    await page.waitForFunction(() => document.querySelector('#h-history'));
    said = await told(page);
    must(`the case: ${said.tone} ${said.all}`, said.tone.includes('good') && said.all.includes('办件经过'));
    await shot(page, 'verify-history');
    await verdictOf(page, { paste: longer('0'.repeat(64)).json });
    await (await page.$('#previous')).uploadFile(path);
    await page.waitForFunction(() => document.querySelector('#result').innerText.includes('PREVIOUS_DIFFERS'));
    must('another case', (await told(page)).tone.includes('bad'));
  });
  return 'OFD verified';
}
