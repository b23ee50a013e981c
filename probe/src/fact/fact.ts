import type { CheckContext } from '../check/context.ts';

/**
 * Something that several checks look at: it is looked up once in a run, by whoever asks first.
 *
 * @param look how it is found out; it throws nothing for what the world does
 */
export function fact<T>(look: (context: CheckContext) => Promise<T>): (context: CheckContext) => Promise<T> {
  const known = new WeakMap<CheckContext, Promise<T>>();
  return (context) => {
    let found = known.get(context);
    if (found === undefined) {
      found = look(context);
      known.set(context, found);
    }
    return found;
  };
}
