-- Sends the paths of the file in PATHS one after the other, for ever, with the bearer token in TOKEN.
-- Ends in one line that the script around it reads.
local requests, at = {}, 0

function init()
  local headers = { ["Accept-Language"] = "en" }
  local token = os.getenv("TOKEN")
  if token and token ~= "" then headers["Authorization"] = "Bearer " .. token end
  for path in io.lines(os.getenv("PATHS")) do requests[#requests + 1] = wrk.format("GET", path, headers) end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
  io.write(string.format("DONE %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), failed))
end
