/** AWS's words for `extensions` of GetExport; several count together. */
export const exportExtensions = [
  'apigateway',
  'integrations',
  'authorizers',
  'validators',
  'documentation',
  'postman',
] as const;
export type ExportExtension = (typeof exportExtensions)[number];

/** Words between commas, as AWS's clients send them; those that AWS does not know count for nothing. */
export function readExportExtensions(text = ''): ExportExtension[] {
  const said = new Set(text.split(',').map((word) => word.trim().toLowerCase()));
  return exportExtensions.filter((extension) => said.has(extension));
}
