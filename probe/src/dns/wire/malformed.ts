/** A message that is not what RFC 1035 describes. It never leaves the client: there it becomes the status `malformed`. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage';
}
