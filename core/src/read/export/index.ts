export function recognisesExport(_headerLine: string): boolean {
  return false;
}
