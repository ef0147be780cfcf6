import type { SdkApi, SdkFiles } from '../SdkApi';
import { inComment } from '../words';
import { pythonClient } from './pythonClient';
import { pythonCore } from './pythonCore';
import { pythonModels } from './pythonModels';

/** A package `api_client` of Python's standard library alone. */
export function pythonSdk(api: SdkApi): SdkFiles {
  return {
    'python-sdk/api_client/__init__.py': init(api),
    'python-sdk/api_client/core.py': pythonCore,
    'python-sdk/api_client/models.py': pythonModels(api.classes),
    'python-sdk/api_client/client.py': pythonClient(api),
    'python-sdk/pyproject.toml': project,
  };
}

const init = ({ name }: SdkApi) => `"""Client of ${inComment(name)}."""
from .client import Client
from .core import ApiError, ApiResponse
from .models import *  # noqa: F401,F403

__all__ = ["ApiError", "ApiResponse", "Client"]
`;

const project = `[project]
name = "api-client"
version = "1.0.0"
requires-python = ">=3.8"

[build-system]
requires = ["setuptools>=61"]
build-backend = "setuptools.build_meta"

[tool.setuptools]
packages = ["api_client"]
`;
