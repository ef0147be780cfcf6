import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions, sourceIpHeader } from '@/lib/auth/authOptions';
import { userPoolProvider } from '@/lib/model/userPoolSignIn';
import { control } from '@/lib/runtime/slot';

type Context = { params: Promise<{ nextauth: string[] }> };

const handle = async (request: NextRequest, context: Context): Promise<Response> => {
  const sourceIp = request.headers.get(sourceIpHeader) ?? undefined;
  const pool = await poolFor((await context.params).nextauth);
  return NextAuth(request, context, authOptions(control(), process.env, sourceIp, pool));
};

/** The list of providers, which every sign-in asks first, and the pool's own two steps name the pool. */
async function poolFor([step, provider]: string[]) {
  if (step !== 'providers' && provider !== userPoolProvider) return null;
  try {
    return await control().users.signInPoolClient();
  } catch (error) {
    // A pool that cannot be used must not keep those out who have a password here.
    console.error('the user pool of the settings signs nobody in', error);
    return null;
  }
}

export { handle as GET, handle as POST };
