import { expect, test } from 'vitest';
import type { DisplayOrder } from '@/lib/model/portalSite';
import {
  appendToSection,
  placeEndpoint,
  placePage,
  removeSection,
  renameSection,
  replaceId,
  stepSection,
} from './displayOrder';

const order: DisplayOrder = {
  overviewPageId: 'o',
  productPageIds: ['a', 'b'],
  contents: [
    { sectionName: 'Pets', productRestEndpointPageIds: ['1', '2'] },
    { sectionName: 'Visits', productRestEndpointPageIds: [] },
  ],
};
/** `o:ab Pets12 Visits` */
const said = ({ overviewPageId = '', productPageIds, contents }: DisplayOrder) =>
  [
    `${overviewPageId}:${productPageIds.join('')}`,
    ...contents.map((each) => each.sectionName + each.productRestEndpointPageIds.join('')),
  ].join(' ');

test.each<[rule: string, order: DisplayOrder, result: string]>([
  ['a draft becomes a page', placePage(order, 'c', 1), 'o:acb Pets12 Visits'],
  ['a page moves', placePage(order, 'b', 0), 'o:ba Pets12 Visits'],
  ['a page becomes a draft', placePage(order, 'a', 'draft'), 'o:b Pets12 Visits'],
  ['the overview becomes a draft', placePage(order, 'o', 'draft'), ':ab Pets12 Visits'],
  ['a new overview: the old one becomes a page', placePage(order, 'b', 'overview'), 'b:oa Pets12 Visits'],
  ['the overview again', placePage(order, 'o', 'overview'), 'o:ab Pets12 Visits'],
  ['an endpoint moves', placeEndpoint(order, '2', { section: 0, index: 0 }), 'o:ab Pets21 Visits'],
  ['into another section', placeEndpoint(order, '1', { section: 1, index: 0 }), 'o:ab Pets2 Visits1'],
  ['an endpoint becomes a draft', placeEndpoint(order, '1', null), 'o:ab Pets2 Visits'],
  ['more of a section', appendToSection(order, 'Pets', ['3', '4']), 'o:ab Pets1234 Visits'],
  ['a new section', appendToSection(order, 'More', ['3']), 'o:ab Pets12 Visits More3'],
  ['another name', renameSection(order, 1, 'Calls'), 'o:ab Pets12 Calls'],
  ['a section less', removeSection(order, 0), 'o:ab Visits'],
  ['a section down', stepSection(order, 0, 1), 'o:ab Visits Pets12'],
  ['the last stays', stepSection(order, 1, 1), 'o:ab Pets12 Visits'],
  ['the first stays', stepSection(order, 0, -1), 'o:ab Pets12 Visits'],
  ['another id of a page', replaceId(order, 'b', 'x'), 'o:ax Pets12 Visits'],
  ['another id of an endpoint', replaceId(order, '2', 'x'), 'o:ab Pets1x Visits'],
])('%s', (_, changed, result) => {
  expect(said(changed)).toBe(result);
});
