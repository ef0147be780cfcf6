import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions, sourceIpHeader } from '@/lib/auth/authOptions';
import { control } from '@/lib/runtime/slot';

const handle = (
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> => {
  const sourceIp = request.headers.get(sourceIpHeader) ?? undefined;
  return NextAuth(request, context, authOptions(control(), process.env, sourceIp));
};

export { handle as GET, handle as POST };
