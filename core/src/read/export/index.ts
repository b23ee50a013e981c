export function recognisesExport(_headerLine: string): boolean {
  return false;
}
export class ExportDecoder {
  constructor(_o: object) {}
  push(_t: string): import('../../reading.ts').Reading[] {
    return [];
  }
  end(): import('../../reading.ts').Reading[] {
    return [];
  }
}
