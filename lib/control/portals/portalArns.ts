import type { ControlConfig } from '../ports';

type Place = Pick<ControlConfig, 'region' | 'accountId'>;

/** Unlike other ARNs of API Gateway, those of portals and their products carry the account. */
export const portalArn = (place: Place, portalId: string) => `${base(place)}/portals/${portalId}`;

export const productArn = (place: Place, portalProductId: string) =>
  `${base(place)}/portalproducts/${portalProductId}`;

const base = ({ region, accountId }: Place) => `arn:aws:apigateway:${region}:${accountId}:`;
