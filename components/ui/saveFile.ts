'use client';

/** Hands text or bytes to the browser as a download. */
export function saveFile(name: string, contentType: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type: contentType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
