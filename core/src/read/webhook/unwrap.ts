import { fieldIn, isObject, type JsonObject, listIn } from './json.ts';
import { parseJson } from './parse-json.ts';

// Lists of events: Mailtrap; Lambda; SQS; Unisender Go and its users; Mailgun's and SparkPost's and Postmark's APIs.
const LIST_FIELDS = ['events', 'Records', 'Messages', 'events_by_user', 'items', 'results', 'Bounces'];

// Objects or JSON text that hold the event: SNS; SNS inside Lambda; SQS by Lambda and by API; EventBridge; Mandrill's
// form field; a body that a gateway wrapped.
const CONTENT_FIELDS = ['Message', 'Sns', 'body', 'Body', 'detail', 'mandrill_events'];

/**
 * What an envelope holds, one step in: the items of a list, the value of a wrapping field, or the JSON of a text.
 * Null where the value is no envelope. Ask the vendors first, as an event may have a field of such a name too.
 */
export function unwrap(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return contentOf(value);
  return isObject(value) ? unwrapObject(value) : null;
}

function unwrapObject(value: JsonObject): readonly unknown[] | null {
  for (const name of LIST_FIELDS) {
    const list = listIn(value, name);
    if (list.length > 0) return list;
  }
  for (const name of CONTENT_FIELDS) {
    const content = fieldIn(value, name);
    const inner =
      typeof content === 'string' ? contentOf(content) : isObject(content) || Array.isArray(content) ? [content] : null;
    if (inner !== null) return inner;
  }
  return null;
}

function contentOf(text: string): readonly unknown[] | null {
  const parsed = parseJson(text);
  return parsed === undefined ? null : [parsed];
}
