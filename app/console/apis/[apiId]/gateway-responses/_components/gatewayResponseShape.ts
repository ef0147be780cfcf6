import { z } from 'zod';
import { shownIn } from '@/components/console/drafts/DraftForm';
import type { GatewayResponseState } from '@/lib/model/gatewayResponse';

const texts = z.record(z.string(), z.string());

/** What the drawer edits, as form and as JSON; whether it is right is the operation's to say. */
export const gatewayResponseShape = z.strictObject({
  statusCode: z.string().optional(),
  responseParameters: texts,
  responseTemplates: texts,
});
export type GatewayResponseValue = z.infer<typeof gatewayResponseShape>;

export const gatewayResponseValue = (state: GatewayResponseState): GatewayResponseValue => ({
  ...(state.statusCode !== undefined && { statusCode: state.statusCode }),
  responseParameters: state.responseParameters,
  responseTemplates: state.responseTemplates,
});

/** Fields whose errors the form has a place for. */
export const gatewayResponseShows = ({ responseParameters, responseTemplates }: GatewayResponseValue) =>
  shownIn(['statusCode'], { responseParameters, responseTemplates });
