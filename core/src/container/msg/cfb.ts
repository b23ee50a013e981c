import { directoryOf, type Entry } from './directory.ts';
import { MAX_READ_FACTOR } from './limits.ts';
import { broken, MsgError } from './msg-error.ts';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether the bytes begin as a compound file does. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

const HEADER = 512;
/** Sector numbers from here on are marks: DIFSECT, FATSECT, ENDOFCHAIN, FREESECT. */
const FIRST_MARK = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const HEADER_DIFAT = 109;
const MINI_SECTOR = 64;
/** Streams below this size lie in the mini stream. */
const MINI_CUTOFF = 4096;

/** How many bytes may still be read. */
export interface ReadBudget {
  left: number;
}

/**
 * A compound file ([MS-CFB]): a file system in a file. Sectors are found when they are asked for, no
 * table is copied; every chain is followed for at most as many steps as the file has sectors.
 */
export class CompoundFile {
  readonly root: Entry;
  readonly budget: ReadBudget;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #shift: number;
  readonly #sectors: number;
  /** The sectors that hold the FAT, in order. */
  readonly #fat: number[];
  readonly #miniFat: Uint8Array;
  readonly #miniStream: Uint8Array;

  /**
   * @param budget that of the file around this one, where this one is attached to a message
   * @throws {MsgError} where the bytes are no compound file or its header, tables or directory are broken
   */
  constructor(bytes: Uint8Array, budget: ReadBudget = { left: bytes.length * MAX_READ_FACTOR }) {
    if (bytes.length < HEADER || !isCompoundFile(bytes)) {
      throw new MsgError(
        'msg-not-ole',
        'This is no Outlook .msg file: its first bytes are not those of an OLE compound file.',
      );
    }
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const version = this.#view.getUint16(26, true);
    this.#shift = this.#view.getUint16(30, true);
    if (!(version === 3 && this.#shift === 9) && !(version === 4 && this.#shift === 12)) {
      throw broken(`its header names version ${version} with sectors of 2^${this.#shift} bytes`);
    }
    this.#sectors = Math.max(0, Math.ceil(bytes.length / this.#sectorSize) - 1);
    this.budget = budget;
    this.#fat = this.#readDifat();
    this.root = directoryOf(this.#readChain(this.#view.getUint32(48, true), null), version === 3);
    this.#miniFat = this.#readChain(this.#view.getUint32(60, true), null);
    this.#miniStream = this.root.size === 0 ? new Uint8Array() : this.#readChain(this.root.start, this.root.size);
  }

  /**
   * The bytes of a stream.
   *
   * @throws {MsgError} where its chain is broken, or shorter than its size
   */
  read(stream: Entry): Uint8Array {
    if (stream.size === 0) return new Uint8Array();
    return stream.size < MINI_CUTOFF
      ? this.#readMini(stream.start, stream.size)
      : this.#readChain(stream.start, stream.size);
  }

  get #sectorSize(): number {
    return 1 << this.#shift;
  }

  /** The numbers of the FAT's sectors: 109 in the header, the rest in a chain of their own. */
  #readDifat(): number[] {
    const fat: number[] = [];
    // More FAT than there are sectors to list would only be the same sectors again.
    const most = Math.ceil((this.#sectors * 4) / this.#sectorSize) + 1;
    const take = (sector: number): void => {
      if (sector < FIRST_MARK && fat.length < most) fat.push(sector);
    };
    for (let i = 0; i < HEADER_DIFAT; i++) take(this.#view.getUint32(76 + 4 * i, true));
    let sector = this.#view.getUint32(68, true);
    const perSector = this.#sectorSize / 4 - 1;
    for (let steps = 0; sector < FIRST_MARK && fat.length < most; steps++) {
      if (steps > this.#sectors) throw broken('its table of sectors runs in a circle');
      const at = this.#offset(sector);
      for (let i = 0; i < perSector; i++) take(this.#number(at + 4 * i));
      sector = this.#number(at + 4 * perSector);
    }
    return fat;
  }

  /** Where a sector begins. A last sector that is cut short is allowed: not all writers fill it up. */
  #offset(sector: number): number {
    if (sector >= this.#sectors) throw broken('it points behind its own end');
    return (sector + 1) * this.#sectorSize;
  }

  #number(at: number): number {
    return at + 4 <= this.#bytes.length ? this.#view.getUint32(at, true) : END_OF_CHAIN;
  }

  #next(sector: number): number {
    const fatSector = this.#fat[Math.floor((sector * 4) / this.#sectorSize)];
    if (fatSector === undefined) throw broken('its table of sectors is too short');
    return this.#number(this.#offset(fatSector) + ((sector * 4) % this.#sectorSize));
  }

  /** The bytes of a chain of sectors: `size` of them, or all where the size is null. */
  #readChain(start: number, size: number | null): Uint8Array {
    if (size !== null && size > this.#bytes.length) throw broken('a part of it claims to be larger than the whole');
    const sectors: number[] = [];
    const needed = size === null ? Number.POSITIVE_INFINITY : Math.ceil(size / this.#sectorSize);
    for (let sector = start; sector < FIRST_MARK && sectors.length < needed; sector = this.#next(sector)) {
      if (sectors.length > this.#sectors) throw broken('a chain of sectors runs in a circle');
      sectors.push(this.#offset(sector));
    }
    if (size !== null && sectors.length < needed) throw broken('a part of it ends too early');
    const length = size ?? sectors.length * this.#sectorSize;
    this.#spend(length);
    const bytes = new Uint8Array(length);
    for (const [i, from] of sectors.entries()) {
      const at = i * this.#sectorSize;
      bytes.set(this.#bytes.subarray(from, from + Math.min(this.#sectorSize, length - at)), at);
    }
    return bytes;
  }

  #readMini(start: number, size: number): Uint8Array {
    this.#spend(size);
    const bytes = new Uint8Array(size);
    let sector = start;
    for (let at = 0; at < size; at += MINI_SECTOR) {
      const from = sector * MINI_SECTOR;
      if (sector >= FIRST_MARK || from >= this.#miniStream.length) throw broken('a part of it ends too early');
      bytes.set(this.#miniStream.subarray(from, from + Math.min(MINI_SECTOR, size - at)), at);
      sector = this.#nextMini(sector);
    }
    return bytes;
  }

  #nextMini(sector: number): number {
    const at = sector * 4;
    if (at + 4 > this.#miniFat.length) return END_OF_CHAIN;
    return new DataView(this.#miniFat.buffer, this.#miniFat.byteOffset + at, 4).getUint32(0, true);
  }

  #spend(bytes: number): void {
    this.budget.left -= bytes;
    if (this.budget.left < 0) throw broken('its parts lie over each other');
  }
}
