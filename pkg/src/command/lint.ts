import type { Command } from './command.js';
import { JSON_OUTPUT } from './command.js';
import { catalogue } from './files.js';
import { say, sayJson } from './output.js';

export const lint: Command = {
  takes: ['catalogue.json'],
  does: 'every legal and logical defect; exit 1 if one must be mended',
  options: {
    json: JSON_OUTPUT,
    locale: { value: '<locale>', words: ['zh-Hans', 'en'], absent: 'zh-Hans', does: 'the language of its sentences' },
  },
  run(kit, { names: [name = ''], options: { json, locale } }) {
    const loaded = catalogue(kit, name);
    const notices = kit.editor.lint(loaded);
    const grave = notices.filter(({ severity }) => severity === 'must').length;
    if (json) {
      sayJson(notices);
      return grave ? 1 : 0;
    }
    for (const notice of notices) {
      const { what, how, basis } = kit.editor.message(loaded, notice, { locale });
      say(`${notice.severity.padEnd(7)}${notice.code}  ${notice.item || ''} ${notice.path}`);
      say(`       ${what}${how}`);
      say(`       ${basis}`);
    }
    say(`${notices.length} notices, ${grave} must be mended`);
    return grave ? 1 : 0;
  },
};
