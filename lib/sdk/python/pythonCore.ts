/** What every Python client has: the call, its signature and its answer. Python 3.8 and later, nothing beside it. */
export const pythonCore = String.raw`"""The call, its signature and its answer: what every operation shares."""
import datetime
import hashlib
import hmac
import json
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, Dict, Optional


class ApiError(Exception):
    """The API answered with a status of 400 or above."""

    def __init__(self, status: int, headers: Dict[str, str], data: Any) -> None:
        message = data.get("message") if isinstance(data, dict) else None
        super().__init__(f"{status} {message or data}")
        self.status = status
        self.headers = headers
        self.data = data


class ApiResponse:
    """An answer: its status, its headers by names in lower case, and its body as data."""

    def __init__(self, status: int, headers: Dict[str, str], data: Any) -> None:
        self.status = status
        self.headers = headers
        self.data = data


class _KeepRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments: Any) -> None:
        return None


_opener = urllib.request.build_opener(_KeepRedirects)


def encode(value: Any, safe: str = "") -> str:
    """A value as a URL has it, RFC 3986."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return urllib.parse.quote(text, safe=safe + "-_.~")


class ApiGatewayCore:
    def __init__(
        self,
        base_url: str,
        access_key: Optional[str],
        secret_key: Optional[str],
        session_token: Optional[str],
        region: str,
        api_key: Optional[str],
        timeout: float,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self.access_key = access_key
        self.secret_key = secret_key
        self.session_token = session_token
        self.region = region
        self.api_key = api_key
        self.timeout = timeout

    def call(
        self,
        method: str,
        path: str,
        query: Dict[str, Any],
        headers: Dict[str, Any],
        body: Any,
        more_headers: Optional[Dict[str, str]],
    ) -> ApiResponse:
        pairs = sorted(
            (encode(name), encode(one))
            for name, value in query.items()
            if value is not None
            for one in (value if isinstance(value, (list, tuple)) else [value])
        )
        query_text = "&".join(f"{name}={value}" for name, value in pairs)
        url = urllib.parse.urlsplit(self.base_url + path)
        sent = {name: str(value) for name, value in headers.items() if value is not None}
        payload = None
        if body is not None:
            text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
            payload = text.encode()
            sent["Content-Type"] = "application/json"
        sent.setdefault("Accept", "application/json")
        if self.api_key:
            sent["x-api-key"] = self.api_key
        sent.update(more_headers or {})
        if self.access_key and self.secret_key and "authorization" not in map(str.lower, sent):
            self._sign(method, url, query_text, sent, payload or b"")
        target = urllib.parse.urlunsplit((url.scheme, url.netloc, url.path, query_text, ""))
        request = urllib.request.Request(target, data=payload, headers=sent, method=method)
        try:
            with _opener.open(request, timeout=self.timeout) as answer:
                return self._answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            answer = self._answer(error.code, error.headers, error.read())
            if error.code < 400:
                return answer
            raise ApiError(answer.status, answer.headers, answer.data) from None

    @staticmethod
    def _answer(status: int, headers: Any, body: bytes) -> ApiResponse:
        lower = {name.lower(): value for name, value in headers.items()}
        data: Any = body
        try:
            text = body.decode("utf-8")
            data = text
            if "json" in lower.get("content-type", ""):
                data = json.loads(text) if text else None
        except ValueError:
            pass
        return ApiResponse(status, lower, data)

    def _sign(
        self, method: str, url: Any, query: str, headers: Dict[str, str], payload: bytes
    ) -> None:
        """Signature Version 4, https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html"""
        now = datetime.datetime.now(datetime.timezone.utc)
        time = now.strftime("%Y%m%dT%H%M%SZ")
        scope = f"{time[:8]}/{self.region}/execute-api/aws4_request"
        headers["X-Amz-Date"] = time
        if self.session_token:
            headers["X-Amz-Security-Token"] = self.session_token
        signed = {"host": url.netloc, "x-amz-date": time}
        if self.session_token:
            signed["x-amz-security-token"] = self.session_token
        names = ";".join(sorted(signed))
        lines = "".join(f"{name}:{signed[name]}\n" for name in sorted(signed))
        path = urllib.parse.quote(url.path or "/", safe="/-_.~")
        digest = hashlib.sha256(payload).hexdigest()
        canonical = "\n".join([method, path, query, lines, names, digest])
        hashed = hashlib.sha256(canonical.encode()).hexdigest()
        to_sign = f"AWS4-HMAC-SHA256\n{time}\n{scope}\n{hashed}"
        key = ("AWS4" + str(self.secret_key)).encode()
        for part in (time[:8], self.region, "execute-api", "aws4_request"):
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        signature = hmac.new(key, to_sign.encode(), hashlib.sha256).hexdigest()
        headers["Authorization"] = (
            f"AWS4-HMAC-SHA256 Credential={self.access_key}/{scope}, "
            f"SignedHeaders={names}, Signature={signature}"
        )


def given(members: Dict[str, Any]) -> Dict[str, Any]:
    """Members that are set."""
    return {name: value for name, value in members.items() if value is not None}


def plain(value: Any) -> Any:
    """A value as JSON has it: models become their members."""
    if hasattr(value, "to_json"):
        return value.to_json()
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return value
`;
