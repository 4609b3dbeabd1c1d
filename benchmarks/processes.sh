# Functions with which benchmarks/peers and benchmarks/tail install programs, start processes and stop them at the end. Source it
# in the folder of the project.
PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"

java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
folder=$(mktemp -d)
processes=()

stop_all() {
  [ "${#processes[@]}" -eq 0 ] || kill "${processes[@]}" 2>/dev/null || true
  wait
  rm -rf "$folder" "${files:-}"
}
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Installs the package of a missing command. RUNLEVEL=1 prevents Debian's packages from starting their services.
require() {
  local command="$1" package="$2"
  command -v "$command" >/dev/null && return
  command -v apt-get >/dev/null && as_root true 2>/dev/null || return 1
  [ -e "$folder/updated" ] || { as_root apt-get update -qq && touch "$folder/updated"; } >&2 || return 1
  as_root env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$package" >"$folder/apt.log" 2>&1 || return 1
  disable_service "$package"
  [ "$package" != varnish ] || disable_service varnishncsa
  command -v "$command" >/dev/null
}

disable_service() {
  [ ! -e "/etc/init.d/$1" ] || as_root update-rc.d "$1" disable >"$folder/service.log" 2>&1
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Starts a command that must accept connections on a port: accepting NAME PORT COMMAND...
accepting() {
  local name="$1" port="$2" attempts=300
  shift 2
  "$@" >"$folder/$name.log" 2>&1 &
  local process=$!
  processes+=("$process")
  until (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null; do
    attempts=$((attempts - 1))
    if [ "$attempts" -eq 0 ] || ! kill -0 "$process" 2>/dev/null; then
      tail -n 5 "$folder/$name.log" >&2
      return 1
    fi
    sleep 0.1
  done
}

# Starts the application: java_application NAME PORT OPTIONS... The collector is named because Java would choose another one on
# a small machine.
java_application() {
  local name="$1" port="$2"
  shift 2
  accepting "$name" "$port" "$java" "-XX:+Use${collector:-G1}GC" -Dmicronaut.server.port="$port" "$@" -cp "$class_path" \
    io.httpcached.benchmark.peers.Application
}

build_application() {
  mvn -q --batch-mode -pl benchmarks/peers-application -am -Dmaven.test.skip=true package
  class_path="benchmarks/peers-application/target/classes:$(cat benchmarks/peers-application/target/class-path)"
}

# Runs a measurement in the background, because Bash would otherwise handle a signal only after its end.
measure() {
  "$@" &
  processes+=("$!")
  wait "$!"
}
