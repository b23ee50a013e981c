import { framed, type HostileServer, record, replyTo, startHostile } from './hostile-server.ts';

const TXT = 16;
/** Octets that fit into an answer by UDP. */
const UDP = 1232;
const NXDOMAIN = 0x8183;

/** Data of the records of a name and type, as octets; null where there is no such name. */
export type HostileZone = (name: string, type: number) => readonly Buffer[] | null;

/** A resolver that answers what a hostile zone says about names that it makes up as it is asked. */
export function startHostileZone(zone: HostileZone): Promise<HostileServer> {
  const answer = (query: Buffer): Buffer => {
    const { name, type } = asked(query);
    const records = zone(name, type);
    if (records === null) return replyTo(query, { flags: NXDOMAIN });
    return replyTo(query, {
      counts: [records.length, 0, 0],
      records: Buffer.concat(records.map((data) => record(type, data))),
    });
  };
  return startHostile({
    udp(query, send) {
      const whole = answer(query);
      send(whole.length <= UDP ? whole : replyTo(query, { flags: 0x8380 }));
    },
    tcp: (query, socket) => void socket.end(framed(answer(query))),
  });
}

/** The zone of SPF records by name. */
export function spfZone(recordOf: (name: string) => string | null): HostileZone {
  return (name, type) => {
    const text = recordOf(name);
    if (text === null) return null;
    return type === TXT ? [textData(text)] : [];
  };
}

/** The data of a TXT record. */
function textData(text: string): Buffer {
  const strings: Buffer[] = [];
  for (let at = 0; at < text.length; at += 255) {
    const string = Buffer.from(text.slice(at, at + 255), 'latin1');
    strings.push(Buffer.from([string.length]), string);
  }
  return Buffer.concat(strings);
}

/** The data of an MX record. */
export function mxData(preference: number, exchange: string): Buffer {
  return Buffer.concat([Buffer.from([preference >> 8, preference & 255]), nameData(exchange)]);
}

function nameData(name: string): Buffer {
  const labels = name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label, 'latin1')]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}

function asked(query: Buffer): { name: string; type: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1) };
}
