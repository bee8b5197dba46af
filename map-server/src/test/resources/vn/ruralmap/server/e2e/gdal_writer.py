"""GDAL's WFS driver, which is what ogr2ogr and QGIS's OGR layers write with: inserts, updates and deletes a feature of each layer.

gdal_writer.py URL CODE LOGIN, the code for a new province (two digits), the login NAME:PASSWORD: prints "LAYER inserted FID VERSION", "LAYER updated VERSION VALUE", "LAYER deleted COUNT".
"""
import sys

from osgeo import gdal, ogr

gdal.UseExceptions()
ogr.UseExceptions()
gdal.SetConfigOption("GDAL_HTTP_USERPWD", sys.argv[3])
LAYERS = {
    "provinces": "name",
    "communes": "name",
    "hamlets": "name",
    "material_zones": "holder",
    "tourism_sites": "name",
    "ntm_status": "decision",
}
# what others refer to cannot be deleted, so a new one is made beside the map
REFERRED = {"provinces": (sys.argv[2], 0), "communes": ("999" + sys.argv[2], 1)}


def square(layer, number):
    # beside those of earlier runs
    x, y = 107 + number + int(sys.argv[2]) % 10 * 0.15, 8.5
    wkt = f"MULTIPOLYGON ((({x} {y}, {x} {y + 0.1}, {x + 0.1} {y + 0.1}, {x + 0.1} {y}, {x} {y})))"
    return ogr.CreateGeometryFromWkt(wkt, layer.GetSpatialRef())


def distance(one, other):
    """Square degrees, or degrees between points."""
    a, b = (feature.GetGeometryRef().GetLinearGeometry() for feature in (one, other))
    return a.Distance(b) if a.GetDimension() == 0 else a.SymDifference(b).Area()


def find(layer, gml_id):
    layer.SetAttributeFilter(f"gml_id = '{gml_id}'")
    feature = layer.GetNextFeature()
    layer.SetAttributeFilter(None)
    return feature


def opened(url, name):
    source = gdal.OpenEx("WFS:" + url, gdal.OF_VECTOR | gdal.OF_UPDATE, open_options=["TRUST_CAPABILITIES_BOUNDS=NO"])
    return source, source.GetLayerByName("ntm:" + name)


for name, field in LAYERS.items():
    source, layer = opened(sys.argv[1], name)
    old = layer.GetNextFeature()
    new = ogr.Feature(layer.GetLayerDefn())
    for i in range(layer.GetLayerDefn().GetFieldCount()):
        key = layer.GetLayerDefn().GetFieldDefn(i).GetName()
        if key not in ("gml_id", "fid", "version") and old.IsFieldSetAndNotNull(i):
            new.SetField(key, old.GetField(i))
    if name in REFERRED:
        code, number = REFERRED[name]
        new.SetField("code", code)
        new.SetGeometry(square(layer, number))
    else:
        if old.GetGeometryRef() is not None:
            new.SetGeometry(old.GetGeometryRef())
        count = layer.GetFeatureCount()
        source.ExecuteSQL(f"DELETE FROM ntm:{name} WHERE gml_id = '{old.GetField('gml_id')}'")
        source, layer = opened(sys.argv[1], name)
        print(name, "deleted", count - layer.GetFeatureCount())
    layer.CreateFeature(new)
    gml_id = new.GetField("gml_id")
    source, layer = opened(sys.argv[1], name)
    stored = find(layer, gml_id)
    same = new.GetGeometryRef() is None or distance(stored, new) < 1e-12
    print(name, "inserted", stored.GetField("version"), "same" if same else "moved")
    stored.SetField(field, "Sửa qua GDAL")
    layer.SetFeature(stored)
    source, layer = opened(sys.argv[1], name)
    stored = find(layer, gml_id)
    print(name, "updated", stored.GetField("version"), stored.GetField(field))
