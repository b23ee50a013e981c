export function msgToMail(_bytes: Uint8Array): string { return ''; }
