/** The boxes that open, as AWS names them; `drawer` in the address holds one. */
export const boxes = [
  'methodRequest',
  'integrationRequest',
  'integrationResponse',
  'methodResponse',
] as const;
export type Box = (typeof boxes)[number];
/** Where a call can be, in the order it passes. */
export const stations = [
  'methodRequest',
  'integrationRequest',
  'backend',
  'integrationResponse',
  'methodResponse',
] as const;
export type Station = (typeof stations)[number];

export const boxTitles: Record<Station, string> = {
  methodRequest: 'Method request',
  integrationRequest: 'Integration request',
  backend: 'Backend',
  integrationResponse: 'Integration response',
  methodResponse: 'Method response',
};

export const isBox = (text: string | undefined): text is Box => boxes.some((box) => box === text);
