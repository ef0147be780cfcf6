import { revalidatePath } from 'next/cache';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { functionRuntimes } from '@/lib/model/function';
import { control } from '@/lib/runtime/slot';
import { answer, answerFor, refusal } from './answers';
import { readZip } from './readZip';

/** A new function of the zip in the body; what else it needs is in `x-function-configuration`. */
export function POST(request: NextRequest): Promise<Response> {
  return answerFor(async (actor) => {
    const configuration = configurationIn(request);
    if (!configuration) return refusal('BadRequestException', 'The configuration cannot be read', 400);
    const zip = await readZip(request);
    if ('refused' in zip) return zip.refused;
    const { functionName } = await control().functions.create(actor, { ...configuration, code: zip });
    revalidatePath('/console', 'layout');
    return answer({ ok: true, data: { functionName } });
  }, 200);
}

/** Only its form; whether it is right is the operation's to say. */
const form = z.object({ functionName: z.string(), runtime: z.enum(functionRuntimes), handler: z.string() });

function configurationIn(request: NextRequest): z.infer<typeof form> | undefined {
  try {
    const header = request.headers.get('x-function-configuration') ?? '';
    return form.safeParse(JSON.parse(decodeURIComponent(header))).data;
  } catch {
    return undefined;
  }
}
