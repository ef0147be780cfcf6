'use server';

import { action } from '@/app/action';
import { hostedPages } from '@/lib/runtime/slot';
import { interactionAt, type SignInPlace } from './describeSignIn';

export const signIn = action(async (_actor, input: SignInPlace & { username: string; password: string }) =>
  hostedPages().signIn(await interactionAt(input), input),
);

export const signUp = action(
  async (_actor, input: SignInPlace & { username: string; email: string; password: string }) =>
    hostedPages().signUp(await interactionAt(input), input),
);

export const completeNewPassword = action(
  async (_actor, input: SignInPlace & { username: string; password: string; newPassword: string }) =>
    hostedPages().completeNewPassword(await interactionAt(input), input),
);
