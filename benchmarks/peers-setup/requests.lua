-- Lets wrk request a new number with each request, from FIRST_NUMBER on, and print its results in a form for programs.
local first = tonumber(os.getenv("FIRST_NUMBER"))

if first then
  local number = first
  function request()
    number = number + 1
    return wrk.format(nil, wrk.path .. string.format("%d", number))
  end
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    "RESULT requests=%d microseconds=%d bytes=%d errors=%d p50=%d p99=%d p999=%d",
    summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9)))
end
