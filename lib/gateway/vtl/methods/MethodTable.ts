import type { Budget } from '../Budget';
import type { Value } from '../values';

export type Method<T> = (self: T, args: Value[], budget: Budget) => Value;
export type MethodTable<T> = Map<string, Method<T>>;
