'use client';

import type { ActionResult } from '@/components/ui/useAction';

/** As the server has it: what is larger is not sent at all. */
const LARGEST = 50 * 1024 * 1024;
const message = 'A zip may be 50 MB at most';
const tooLarge = {
  ok: false as const,
  error: { code: 'BadRequestException', message, fields: [{ field: 'code.zipFile', message }] },
};

/**
 * Sends a zip as it is, not as the base64 that a server action would need, and answers as one does.
 * @param configuration of a function that is made of it; absent: the function's code is replaced
 */
export async function sendZip(input: {
  functionName: string;
  zip: File;
  configuration?: object;
}): Promise<ActionResult<{ functionName: string }>> {
  const { functionName, zip, configuration } = input;
  if (zip.size > LARGEST) return tooLarge;
  const code = `/api/functions/${encodeURIComponent(functionName)}/code`;
  const response = await fetch(configuration ? '/api/functions' : code, {
    method: configuration ? 'POST' : 'PUT',
    headers: {
      'content-type': 'application/zip',
      ...(configuration && { 'x-function-configuration': encodeURIComponent(JSON.stringify(configuration)) }),
    },
    body: zip,
  });
  return response.json();
}
