import type { ControlContext } from '../ControlContext';
import { read } from '../operation';
import {
  createEndpointPage,
  deleteEndpointPage,
  getEndpointPage,
  listEndpointPages,
  updateEndpointPage,
} from './endpointPages';
import { readPortal, readPortals } from './findPortal';
import { putLogo } from './logo';
import type { PortalsControl } from './PortalsControl';
import { createPage, deletePage, getPage, listPages, updatePage } from './pages';
import { createProduct, deleteProduct, getProduct, listProducts, updateProduct } from './products';
import { disablePortal, previewPortal, publishPortal } from './publishPortals';
import { deleteSharingPolicy, getSharingPolicy, putSharingPolicy } from './sharingPolicy';
import { previewSite, site, siteOfHost } from './sites';
import { tryEndpoint } from './tryEndpoint';
import { createPortal, deletePortal, updatePortal } from './writePortals';

export function portalsOperations(context: ControlContext): PortalsControl {
  return {
    list: listPortals(context),
    get: getPortal(context),
    create: createPortal(context),
    update: updatePortal(context),
    delete: deletePortal(context),
    publish: publishPortal(context),
    disable: disablePortal(context),
    preview: previewPortal(context),
    putLogo: putLogo(context),
    site: site(context),
    previewSite: previewSite(context),
    siteOfHost: siteOfHost(context),
    tryIt: tryEndpoint(context),
    products: productsOperations(context),
    pages: pagesOperations(context),
    endpointPages: endpointPagesOperations(context),
  };
}

const listPortals = read({ name: 'ListPortals', permission: 'viewer' }, readPortals);
const getPortal = read({ name: 'GetPortal', permission: 'viewer' }, readPortal);

const productsOperations = (context: ControlContext): PortalsControl['products'] => ({
  list: listProducts(context),
  get: getProduct(context),
  create: createProduct(context),
  update: updateProduct(context),
  delete: deleteProduct(context),
  sharingPolicy: getSharingPolicy(context),
  putSharingPolicy: putSharingPolicy(context),
  deleteSharingPolicy: deleteSharingPolicy(context),
});

const pagesOperations = (context: ControlContext): PortalsControl['pages'] => ({
  list: listPages(context),
  get: getPage(context),
  create: createPage(context),
  update: updatePage(context),
  delete: deletePage(context),
});

const endpointPagesOperations = (context: ControlContext): PortalsControl['endpointPages'] => ({
  list: listEndpointPages(context),
  get: getEndpointPage(context),
  create: createEndpointPage(context),
  update: updateEndpointPage(context),
  delete: deleteEndpointPage(context),
});
