/** What workers and the supervisor say to each other about limits. Plain JSON: it crosses process borders. */
import type { BucketRequest, QuotaRequest } from '@gatehouse/gateway/ports';

/** `count` calls that each want one token of every bucket. */
export interface TokenGroup {
  buckets: BucketRequest[];
  count: number;
}
/** `granted` of the group's calls pass; the bucket `refused` had none for the others. */
export interface TokenGrant {
  granted: number;
  refused?: string;
}
/** `count` calls that each want to be counted against the quota. */
export interface QuotaGroup {
  request: QuotaRequest;
  count: number;
}
export interface QuotaGrant {
  granted: number;
}

/** What a holder did with a lease since its last message. */
export interface LeaseReport {
  key: string;
  spent: number;
  returned: number;
  /** as the lease said it */
  expires?: number;
}
/** `count` more that the holder may spend without asking. */
export interface LeaseGrant {
  key: string;
  count: number;
  /** ms since the epoch from when the lease must not be spent: its quota period is over */
  expires?: number;
}

interface Ask<Group, Request> {
  sequence: number;
  groups: Group[];
  /** whose lease runs low */
  topUp: Request[];
  reports: LeaseReport[];
}
interface Reply<Grant> {
  sequence: number;
  /** one for each group, in order */
  grants: Grant[];
  leases: LeaseGrant[];
}
export type TokenAsk = Ask<TokenGroup, BucketRequest> & { type: 'takeTokens' };
export type TokenReply = Reply<TokenGrant> & { type: 'tokens' };
export type QuotaAsk = Ask<QuotaGroup, QuotaRequest> & { type: 'takeQuota' };
export type QuotaReply = Reply<QuotaGrant> & { type: 'quotas' };
export type CounterAsk = TokenAsk | QuotaAsk;
export type CounterReply = TokenReply | QuotaReply;

/** Name of a quota's counter and of its leases. */
export const quotaKey = (quota: { usagePlanId: string; quotaOwnerId: string }) =>
  `${quota.usagePlanId}/${quota.quotaOwnerId}`;
