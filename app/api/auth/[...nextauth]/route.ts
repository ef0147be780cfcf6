import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/authOptions';
import { control } from '@/lib/runtime/slot';

const handle = (
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> => NextAuth(request, context, authOptions(control(), process.env));

export { handle as GET, handle as POST };
