/** Finds the system that a host name or domain belongs to, by suffix on label boundaries. */
export class HostIndex {
  readonly #owners = new Map<string, number>();

  add(suffix: string, owner: number): void {
    this.#owners.set(suffix.toLowerCase(), owner);
  }

  /** The owner of the longest suffix of `host` that is known; -1 if none. */
  find(host: string): number {
    let name = host.toLowerCase();
    if (name.endsWith('.')) name = name.slice(0, -1);
    for (;;) {
      const owner = this.#owners.get(name);
      if (owner !== undefined) return owner;
      const dot = name.indexOf('.');
      if (dot < 0) return -1;
      name = name.slice(dot + 1);
    }
  }
}
