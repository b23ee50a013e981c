/** Log lines as Postfix writes them for one message: of twenty, one bounces, two are deferred, the rest arrive. */
export function postfixLines(serial: number): string {
  const id = (0x400000000 + serial * 7919).toString(36).toUpperCase();
  const second = String(Math.floor(serial / 40) % 60).padStart(2, '0');
  const minute = String(Math.floor(serial / 2400) % 60).padStart(2, '0');
  const hour = String(Math.floor(serial / 144_000) % 24).padStart(2, '0');
  const head = (program: string): string =>
    `May 27 ${hour}:${minute}:${second} relay7 postfix/${program}[${3000 + (serial % 90)}]: `;
  const to = `person${serial % 9973}@shop${serial % 211}.example.org`;
  const ip = `192.0.2.${serial % 250}`;
  const outcome =
    serial % 20 === 0
      ? `dsn=5.1.1, status=bounced (host mx.shop.example.org[${ip}] said: 550 5.1.1 <${to}>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command))`
      : serial % 10 === 3
        ? `dsn=4.7.1, status=deferred (host mx.shop.example.org[${ip}] said: 450 4.7.1 <${to}>: Recipient address rejected: Greylisted (in reply to RCPT TO command))`
        : `dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as ${id}Q)`;
  return [
    `${head('smtpd')}connect from app${serial % 13}.example.net[198.51.100.${serial % 250}]`,
    `${head('smtpd')}${id}: client=app${serial % 13}.example.net[198.51.100.${serial % 250}]`,
    `${head('cleanup')}${id}: message-id=<${serial}.${id}@app.example.net>`,
    `${head('qmgr')}${id}: from=<bounce+${serial}@news.example.net>, size=${2000 + (serial % 5000)}, nrcpt=1 (queue active)`,
    `${head('smtp')}${id}: to=<${to}>, relay=mx.shop.example.org[${ip}]:25, delay=1.2, delays=0.1/0/0.5/0.6, ${outcome}`,
    `${head('smtpd')}disconnect from app${serial % 13}.example.net[198.51.100.${serial % 250}] ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5`,
    ...(serial % 10 === 3 ? [] : [`${head('qmgr')}${id}: removed`]),
    '',
  ].join('\n');
}
