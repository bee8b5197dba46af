# A PostgreSQL cluster that lives as long as whoever holds this script's input open: sh cluster.sh PORT PASSWORD OPTIONS...
# Each command of a line is answered by a line: stop, start, crash. At the end of the input, also when the parent was
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

start() {
  "$bin/pg_ctl" -D "$directory/data" -l "$directory/log" -w -t 60 -o "-p $port -k $directory -h 127.0.0.1 $options" start \
    </dev/null >"$directory/start" 2>&1 && echo done || { echo "failed $(tail -n 5 "$directory/log" "$directory/start" | tr '\n' ' ')"; }
}

echo "$password" >"$directory/password"
if ! "$bin/initdb" -D "$directory/data" --encoding=UTF8 --no-locale --username=postgres --auth-local=reject \
  --auth-host=scram-sha-256 --pwfile="$directory/password" --no-sync </dev/null >"$directory/log" 2>&1; then
  echo "failed $(tail -n 5 "$directory/log" | tr '\n' ' ')"
  rm -rf "$directory"
  exit 1
fi
start
while read -r command; do
  case $command in
    start) start ;;
    stop) "$bin/pg_ctl" -D "$directory/data" -w -m fast stop </dev/null >/dev/null 2>&1; echo done ;;
    crash)
      kill -KILL "$(head -n 1 "$directory/data/postmaster.pid")"
      # the others notice at once; the files would go on naming a process that nobody may have reaped
      sleep 1
      rm -f "$directory/data/postmaster.pid" "$directory"/.s.PGSQL.*
      echo done
      ;;
    *) echo "failed unknown command $command" ;;
  esac
done
"$bin/pg_ctl" -D "$directory/data" -w -m immediate stop </dev/null >/dev/null 2>&1
rm -rf "$directory"
