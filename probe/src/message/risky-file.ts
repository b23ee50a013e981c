import { decodeTransfer, toBytes } from '@whybounce/core/message';
import { type ArchivedName, archiveNames } from './archive-names.ts';
import { MAX_ARCHIVE } from './limits.ts';
import type { MessagePart } from './read-message.ts';

/**
 * - `runs`: a program or script, which the large providers refuse, inside an archive too;
 * - `locked`: an archive that no filter can look into;
 * - `macros`: an office document that may hold programs;
 * - `page`: an HTML or SVG file, in which filters look for phishing.
 */
export type FileRisk = 'runs' | 'locked' | 'macros' | 'page';

/** An attachment that filters stop or hold. */
export interface RiskyFile {
  readonly risk: FileRisk;
  readonly name: string;
  /** The archive in which it stands; null where it is attached itself. */
  readonly archive: string | null;
}

/** What Gmail takes in no attachment (https://support.google.com/mail/answer/6590), archives included. */
const programs: ReadonlySet<string> = new Set(
  'ade,adp,apk,appx,appxbundle,bat,cab,chm,cmd,com,cpl,diagcab,diagcfg,diagpkg,dll,dmg,ex,ex_,exe,hta,img,ins,iso,isp,jar,jnlp,js,jse,lib,lnk,mde,mjs,msc,msi,msix,msixbundle,msp,mst,nsh,pif,ps1,scr,sct,shb,sys,vb,vbe,vbs,vhd,vxd,wsc,wsf,wsh,xll'.split(
    ',',
  ),
);
const withMacros: ReadonlySet<string> = new Set('docm,dotm,pptm,potm,ppam,ppsm,sldm,xlsm,xltm,xlam,xlsb'.split(','));
const pages: ReadonlySet<string> = new Set('htm,html,mht,mhtml,shtml,svg,xhtml'.split(','));
/** Names beginning and end of which are told. */
const MAX_NAME = 120;

/** The attachments of a message that filters stop or hold. */
export function riskyFiles(parts: readonly MessagePart[]): RiskyFile[] {
  const found: RiskyFile[] = [];
  for (const part of parts) {
    const name = part.fileName;
    if (name === null) continue;
    const risk = riskOf(name);
    if (risk !== null) found.push({ risk, name: shown(name), archive: null });
    for (const inner of namesInside(part)) {
      const own = extensionOf(inner.name);
      if (programs.has(own)) found.push({ risk: 'runs', name: shown(inner.name), archive: shown(name) });
      else if (inner.isEncrypted) {
        found.push({ risk: 'locked', name: shown(name), archive: null });
        break;
      }
    }
  }
  return found;
}

function riskOf(name: string): FileRisk | null {
  const extension = extensionOf(name);
  if (programs.has(extension)) return 'runs';
  if (withMacros.has(extension)) return 'macros';
  return pages.has(extension) ? 'page' : null;
}

/** Documents are archives as well: what they hold is theirs. */
function namesInside({ fileName, content, encoding }: MessagePart): readonly ArchivedName[] {
  if (extensionOf(fileName ?? '') !== 'zip') return [];
  return archiveNames(toBytes(decodeTransfer(content.slice(0, MAX_ARCHIVE), encoding))) ?? [];
}

/** Windows drops blanks and dots at the end of a name. */
function extensionOf(name: string): string {
  const bare = name
    .slice(-MAX_NAME)
    .replace(/[\s.]{1,120}$/, '')
    .toLowerCase();
  const dot = bare.lastIndexOf('.');
  return dot < 0 ? '' : bare.slice(dot + 1);
}

function shown(name: string): string {
  const bare = name.replace(/\p{Cc}/gu, '?');
  return bare.length <= MAX_NAME ? bare : `${bare.slice(0, 60)}…${bare.slice(-58)}`;
}
