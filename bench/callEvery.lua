-- wrk's script: calls the paths of a file in turn, and prints the figures as one line of JSON.
-- Arguments: the file; the mean pause of a connection between two calls in ms (0: none).
local paths, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do paths[#paths + 1] = wrk.format('GET', line) end
  local pause = tonumber(args[2])
  if pause > 0 then
    math.randomseed(1)
    delay = function() return math.random(1, 2 * pause - 1) end
  end
end

function request()
  at = at % #paths + 1
  return paths[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"calls":%d,"seconds":%f,"refused":%d,"failed":%d,"p50":%f,"p90":%f,"p99":%f}\n',
    summary.requests, summary.duration / 1e6, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(90) / 1000, latency:percentile(99) / 1000))
end
