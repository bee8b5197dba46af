-- OGC GeoPackage 1.3 (OGC 12-128r17) core tables, table 21 ff.
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);

INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude in decimal degrees on WGS 84');

CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER REFERENCES gpkg_spatial_ref_sys (srs_id)
);

CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents (table_name),
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys (srs_id),
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  PRIMARY KEY (table_name, column_name)
);

CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  UNIQUE (table_name, column_name, extension_name)
);

-- The revision is the greatest id here.
CREATE TABLE ruralmap_changesets (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  author TEXT NOT NULL,
  time DATETIME NOT NULL,
  source TEXT NOT NULL,
  message TEXT NOT NULL,
  state TEXT NOT NULL,
  provenance TEXT NOT NULL,
  inserted INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  reverts INTEGER REFERENCES ruralmap_changesets (id)
);

-- revision: the last changeset that touched the layer
CREATE TABLE ruralmap_layers (
  layer TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 0
);

-- Has its one row only inside a transaction of the program; triggers on the layer tables refuse writes without it,
-- so that an edit in another program cannot slip past history and checks.
CREATE TABLE ruralmap_transaction (
  changeset INTEGER NOT NULL PRIMARY KEY
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
  ('ruralmap_changesets', 'attributes', 'ruralmap_changesets', 'Changesets: who changed what, when and why');
