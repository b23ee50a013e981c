import { coremailSigns, isCoremail, readCoremail } from './coremail.ts';
import type { NdrDialect } from './dialect.ts';

/** NetEase (163.com, 126.com, yeah.net, 188.com), which runs Coremail. */
export const netease: NdrDialect = {
  dialect: 'netease',
  signs: coremailSigns,
  recognises: (letter) =>
    /@(?:[\w-]+\.)*(?:163|126|188|yeah|netease)\.(?:com|net)\b/.test(letter.from) && isCoremail(letter),
  read: readCoremail,
};
