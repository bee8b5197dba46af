-- wrk: asks for the lines of the file PATHS in turn, each thread and each run from another place; one line of figures at the end
local paths = {}
for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
local at = tonumber(os.getenv("START") or "0")
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("figures %d %d %d %d %d %.2f %.2f %.2f\n", summary.requests, summary.duration, summary.bytes,
    e.status, e.connect + e.read + e.write + e.timeout,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
