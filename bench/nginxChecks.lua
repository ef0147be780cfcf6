-- What a gateway does beside proxying, in nginx: key, throttle, quota, metrics. The yardstick of the benchmarks, with
-- the same rules as the measured plan of configure.ts. One worker: what follows need not be atomic between several.
local checks = {}
local limits, metrics = ngx.shared.limits, ngx.shared.metrics
local rate, burst, quota = 50000, 5000, 2000000000
local secret = 'a secret of this run'

-- The keys that are known, by their keyed hash, as a gateway stores them.
local known = {}
function checks.know(key, id)
  known[ngx.encode_base64(ngx.hmac_sha1(secret, key))] = id
end

local function refuse(status, message)
  ngx.status = status
  ngx.header['Content-Type'] = 'application/json'
  ngx.say('{"message":"' .. message .. '"}')
  return ngx.exit(status)
end

-- One token of the bucket, if there is one.
local function take(name)
  local now = ngx.now()
  local tokens, at = limits:get(name .. ':tokens') or burst, limits:get(name .. ':at') or now
  tokens = math.min(burst, tokens + (now - at) * rate)
  if tokens < 1 then return false end
  limits:set(name .. ':tokens', tokens - 1)
  limits:set(name .. ':at', now)
  return true
end

function checks.access()
  local key = ngx.var.http_x_api_key
  local id = key and known[ngx.encode_base64(ngx.hmac_sha1(secret, key))]
  if not id then return refuse(403, 'Forbidden') end
  ngx.ctx.id = id
  if not (take('plan:' .. id) and take('account')) then return refuse(429, 'Too Many Requests') end
  local used = limits:incr('quota:' .. os.date('!%Y-%m') .. ':' .. id, 1, 0)
  if used > quota then return refuse(429, 'Limit Exceeded') end
end

-- Calls by minute, path, key and class of status, and their latency in buckets.
function checks.log()
  local row = math.floor(ngx.now() / 60) .. ':' .. ngx.var.uri .. ':' .. (ngx.ctx.id or '')
  metrics:incr(row .. ':' .. math.floor(ngx.status / 100), 1, 0)
  local latency = math.floor(math.log(1 + 1000 * tonumber(ngx.var.request_time)) * 4)
  metrics:incr(row .. ':latency:' .. latency, 1, 0)
end

return checks
