import { QueueMemory } from './queue-memory.ts';
import { Shelf } from './shelf.ts';

/** An entry is forgotten after two turns of the memory, so a third shelf has nothing that is still asked for. */
const SHELVES = 3;

/** A memory of queue ids whose entries may be packed away, outside the heap, when they are to stay for long. */
export class PackedMemory<Entry extends object> {
  /** Entries, or where they stand: place × SHELVES + shelf. */
  readonly #memory: QueueMemory<Entry | number>;
  readonly #shelves: Shelf[] = Array.from({ length: SHELVES }, () => new Shelf());
  #turn = 0;

  constructor(limit?: number) {
    this.#memory = new QueueMemory(limit);
  }

  /** The entry for reading: what is changed in a packed one is lost. */
  get(id: string): Readonly<Entry> | undefined {
    const kept = this.#memory.get(id);
    return typeof kept === 'number' ? this.#unpack(kept) : kept;
  }

  /** The entry for changing. */
  open(id: string): Entry | undefined {
    const kept = this.#memory.get(id);
    if (typeof kept !== 'number') return kept;
    const entry = this.#unpack(kept);
    this.#memory.replace(id, entry);
    this.#take(kept);
    return entry;
  }

  set(id: string, entry: Entry): void {
    this.#memory.set(id, entry);
  }

  /** Packs an entry away. Where there is no room it stays as it is. */
  pack(id: string): void {
    const entry = this.#memory.get(id);
    if (entry === undefined || typeof entry === 'number') return;
    this.#freshShelf();
    const shelf = this.#turn % SHELVES;
    const place = (this.#shelves[shelf] as Shelf).put(JSON.stringify(entry));
    if (place >= 0) this.#memory.replace(id, place * SHELVES + shelf);
  }

  delete(id: string): void {
    const kept = this.#memory.get(id);
    if (typeof kept === 'number') this.#take(kept);
    this.#memory.delete(id);
  }

  #unpack(kept: number): Entry {
    return JSON.parse((this.#shelves[kept % SHELVES] as Shelf).get(Math.floor(kept / SHELVES))) as Entry;
  }

  #take(kept: number): void {
    (this.#shelves[kept % SHELVES] as Shelf).take(Math.floor(kept / SHELVES));
  }

  /** Clears the shelves of the generations that the memory has forgotten. */
  #freshShelf(): void {
    while (this.#turn < this.#memory.turns) {
      this.#turn++;
      this.#shelves[this.#turn % SHELVES] = new Shelf();
    }
  }
}
