import { z } from 'zod';
import { email, password, role } from '@/lib/model/role';

const name = z.string().trim().min(1, 'Name is required').max(120, 'A name has at most 120 characters');

/** What a person gives for an account of their own; the role is never theirs to choose. */
export const personInput = z.object({ email, name, password });
export const userInput = personInput.extend({ role });
export const userUpdate = z.object({ name, role, disabled: z.boolean(), password }).partial();
