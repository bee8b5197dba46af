# Sourced by the benches: MapServer and QGIS Server behind nginx, which keeps them running as it would in production.

# MAP QGS, files of theirs; sets mapserver, qgis, web, web_port. Wants data and pids; waits for nobody.
start_peers() {
  local socket=$data/socket-$RANDOM
  web_port=$((20000 + RANDOM % 20000))
  printf 'CONFIG\n  ENV\n    MS_MAP_PATTERN "."\n  END\nEND\n' >"$data/mapserver.conf"
  MAPSERVER_CONFIG_FILE=$data/mapserver.conf spawn-fcgi -s "$socket.ms" -F 2 -P "$socket.ms.pid" -- /usr/lib/cgi-bin/mapserv >/dev/null
  mapserver=$(cat "$socket.ms.pid")
  QT_QPA_PLATFORM=offscreen QGIS_PROJECT_FILE=$2 QGIS_SERVER_LOG_LEVEL=2 \
    spawn-fcgi -s "$socket.qgis" -F 2 -P "$socket.qgis.pid" -- /usr/lib/cgi-bin/qgis_mapserv.fcgi >/dev/null
  qgis=$(cat "$socket.qgis.pid")
  pids+=($mapserver $qgis)
  chmod 666 "$socket.ms" "$socket.qgis"
  cat >"$data/nginx.conf" <<CONF
user $(id -un);
worker_processes 2;
daemon off;
pid $data/nginx.pid;
error_log $data/nginx.log;
events { worker_connections 2048; }
http {
  access_log off;
  include /etc/nginx/mime.types;
  sendfile on;
  open_file_cache max=100;
  keepalive_requests 1000000;
  server {
    listen 127.0.0.1:$web_port;
    root $data;
    include /etc/nginx/fastcgi_params;
    location /mapserver { include /etc/nginx/fastcgi_params; fastcgi_param MS_MAPFILE $1; fastcgi_pass unix:$socket.ms; fastcgi_keep_conn on; }
    location /qgis { fastcgi_pass unix:$socket.qgis; fastcgi_keep_conn on; }
  }
}
CONF
  nginx -c "$data/nginx.conf" 2>/dev/null &
  web=$!
  pids+=("$web")
}
