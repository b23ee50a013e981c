import { newReading, type Reading } from '../../reading.ts';
import { addressOf } from '../webhook/address.ts';
import { fieldIn, isObject, wordIn } from '../webhook/json.ts';
import { timeIn } from '../webhook/time.ts';

/**
 * Reads the suppression list of an Amazon SES account as its API and command line give it
 * (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ListSuppressedDestinations.html):
 * `{"SuppressedDestinationSummaries": [{"EmailAddress": …, "Reason": "BOUNCE", "LastUpdateTime": …}]}`.
 *
 * @returns one reading for each address with its place in the list as position; null for any other value
 */
export function readSuppressedDestinations(value: unknown): Reading[] | null {
  const list = isObject(value) ? fieldIn(value, 'SuppressedDestinationSummaries') : null;
  if (!Array.isArray(list)) return null;
  const readings: Reading[] = [];
  for (const [place, entry] of list.entries()) {
    if (!isObject(entry)) continue;
    const isComplaint = wordIn(entry, 'Reason') === 'complaint';
    const reading = newReading('webhook', 'amazon-ses', isComplaint ? 'complaint' : 'bounce');
    reading.recipient = addressOf(fieldIn(entry, 'EmailAddress'));
    reading.timestamp = timeIn(entry, 'LastUpdateTime');
    reading.hint = isComplaint ? 'notice.complaint' : 'suppressed.by-esp';
    reading.position = String(place + 1);
    readings.push(reading);
  }
  return readings;
}
