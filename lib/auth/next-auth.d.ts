import type { User as Account } from '@/lib/model/role';

declare module 'next-auth' {
  interface User {
    id: string;
    email?: string | null;
    name?: string | null;
    sessionId?: string;
  }
  interface Session {
    expires: string;
    /** null when the session ended: signed out everywhere, disabled, password or role changed */
    account: Account | null;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sub?: string;
    sessionId?: string;
  }
}
