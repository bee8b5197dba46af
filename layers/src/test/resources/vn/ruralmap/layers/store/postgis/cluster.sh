# A PostgreSQL cluster that lives as long as whoever holds this script's input open: sh cluster.sh PORT PASSWORD OPTIONS...
# Each command of a line is answered by a line: stop, start, crash; replica PORT (a streaming replica on that port), stop-replica,
# start-replica, promote (the replica becomes a primary). At the end of the input, also when the parent was
# killed, the cluster is stopped and removed.
set -u
port=$1
password=$2
shift 2
options=$*

# Ctrl-C reaches every process of the terminal; ending is the parent's business
trap '' INT HUP

bin=
for candidate in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/local/pgsql/bin; do
  [ -x "$candidate/initdb" ] && bin=$candidate
done
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb 2>/dev/null || echo missing/initdb)")
if [ ! -x "$bin/initdb" ]; then
  echo "missing PostgreSQL"
  exit 1
fi

directory=$(mktemp -d "${TMPDIR:-/tmp}/ruralmap-postgres.XXXXXX") || exit 1
export LC_ALL=C.UTF-8

start() { # DATA PORT
  "$bin/pg_ctl" -D "$1" -l "$directory/log" -w -t 60 -o "-p $2 -k $directory -h 127.0.0.1 $options" start \
    </dev/null >"$directory/start" 2>&1 && echo done || { echo "failed $(tail -n 5 "$directory/log" "$directory/start" | tr '\n' ' ')"; }
}

halt() { # DATA MODE
  [ ! -f "$1/postmaster.pid" ] || "$bin/pg_ctl" -D "$1" -w -m "$2" stop </dev/null >/dev/null 2>&1
}

crash() {
  main=$(head -n 1 "$directory/data/postmaster.pid")
  # stopped first, so that it starts no process that is missed here
  kill -STOP "$main"
  workers=$(ps -o pid= --ppid "$main")
  kill -KILL "$main" $workers 2>/dev/null
  # who nobody has reaped yet is dead all the same
  while ps -o stat= -p "$(echo "$main" $workers | tr ' ' ',')" | grep -qv '^Z'; do sleep 0.02; done
  # the files would go on naming a process that nobody may have reaped
  rm -f "$directory/data/postmaster.pid" "$directory/.s.PGSQL.$port" "$directory/.s.PGSQL.$port.lock"
  echo done
}

copy() {
  rm -rf "$directory/replica"
  PGPASSWORD=$password "$bin/pg_basebackup" -D "$directory/replica" -R -X stream -c fast --no-sync \
    -h 127.0.0.1 -p "$port" -U postgres </dev/null >>"$directory/log" 2>&1
}

echo "$password" >"$directory/password"
if ! "$bin/initdb" -D "$directory/data" --encoding=UTF8 --no-locale --username=postgres --auth-local=reject \
  --auth-host=scram-sha-256 --pwfile="$directory/password" --no-sync </dev/null >"$directory/log" 2>&1; then
  echo "failed $(tail -n 5 "$directory/log" | tr '\n' ' ')"
  rm -rf "$directory"
  exit 1
fi
start "$directory/data" "$port"
replica=
while read -r command argument; do
  case $command in
    start) start "$directory/data" "$port" ;;
    stop) halt "$directory/data" fast; echo done ;;
    crash) crash ;;
    replica)
      replica=$argument
      copy
      start "$directory/replica" "$replica"
      ;;
    start-replica) start "$directory/replica" "$replica" ;;
    stop-replica) halt "$directory/replica" fast; echo done ;;
    promote) "$bin/pg_ctl" -D "$directory/replica" -w promote </dev/null >/dev/null 2>&1 && echo done || echo failed ;;
    *) echo "failed unknown command $command" ;;
  esac
done
halt "$directory/replica" immediate
halt "$directory/data" immediate
rm -rf "$directory"
