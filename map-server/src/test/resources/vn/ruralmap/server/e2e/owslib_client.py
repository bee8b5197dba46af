"""Reads the server with OWSLib, the library behind many Python tools, and prints what it got, one fact a line."""
import sys
from owslib.util import openURL
from owslib.wfs import WebFeatureService
from owslib.wms import WebMapService
from owslib.wmts import WebMapTileService

url = sys.argv[1]
# Since 1/7/2025 in Xã Kế Sách, before in Xã Kế Thành.
PLACE = (105.95, 9.77)


def say(what, value):
    print(f"{what}: {value}")


for version in ("1.1.1", "1.3.0"):
    wms = WebMapService(url + "/wms", version=version)
    say(f"wms {version} version", wms.identification.version)
    say(f"wms {version} layers", " ".join(sorted(name for name in wms.contents if wms[name].queryable)))
    communes = wms["communes"]
    say(f"wms {version} title", communes.title)
    say(f"wms {version} styles", " ".join(sorted(communes.styles)))
    say(f"wms {version} systems", " ".join(
        code for code in ("EPSG:4326", "EPSG:3857", "EPSG:3405", "EPSG:9209", "EPSG:9218") if code in communes.crsOptions))
    say(f"wms {version} formats", " ".join(
        format for format in ("image/png", "image/jpeg") if format in wms.getOperationByName("GetMap").formatOptions))
    # Always longitude first: OWSLib itself turns the box for 1.3.0.
    box = (105.5, 9.2, 106.5, 10.2)
    image = wms.getmap(layers=["ntm_status", "communes"], srs="EPSG:4326", bbox=box, size=(400, 400),
                       format="image/png", transparent=True, time="2025-06-30").read()
    with open(f"wms-{version}.png", "wb") as file:
        file.write(image)
    outline = wms.getmap(layers=["communes"], styles=["communes_outline"], srs="EPSG:4326", bbox=box, size=(400, 400),
                         format="image/png", transparent=True).read()
    with open(f"outline-{version}.png", "wb") as file:
        file.write(outline)
    column, row = int((PLACE[0] - 105.5) * 400), int((10.2 - PLACE[1]) * 400)
    for day in ("2025-06-30", "2025-07-01"):
        info = wms.getfeatureinfo(layers=["communes"], query_layers=["communes"], srs="EPSG:4326", bbox=box,
                                  size=(400, 400), format="image/png", info_format="text/plain", xy=(column, row),
                                  time=day).read().decode("utf-8")
        names = [word for word in ("Xã Kế Sách", "Xã Kế Thành") if word in info]
        say(f"wms {version} {day}", ", ".join(names))

wfs = WebFeatureService(url + "/wfs", version="2.0.0")
say("wfs types", " ".join(sorted(wfs.contents)))
say("wfs title", wfs["ntm:communes"].title)
schema = wfs.get_schema("ntm:communes")
say("wfs schema", f"{schema['geometry_column']} {schema['properties']['name']} {schema['properties']['population']}")
# Longitude first here too.
features = wfs.getfeature(typename=["ntm:communes"], maxfeatures=3, startindex=1, outputFormat="application/json").read()
with open("wfs.json", "wb") as file:
    file.write(features)
gml = wfs.getfeature(typename=["ntm:communes"], bbox=(105.95, 9.77, 105.951, 9.771, "urn:ogc:def:crs:EPSG::4326")).read()
with open("wfs.gml", "wb") as file:
    file.write(gml)

wmts = WebMapTileService(url + "/wmts")
say("wmts layers", " ".join(sorted(wmts.contents)))
say("wmts title", wmts["communes"].title)
say("wmts sets", " ".join(name for name in ("GoogleMapsCompatible", "WorldCRS84Quad", "VN2000_9209") if name in wmts.tilematrixsets))
say("wmts formats", " ".join(wmts["communes"].formats))
tile = dict(layer="communes", tilematrixset="VN2000_9209", tilematrix="6", row=94, column=33, format="image/png")
by_pairs = wmts.gettile(**tile).read()
# of a server that offers both OWSLib takes pairs, but it can fill in addresses; it leaves the date's place as it is
address = wmts.buildTileResource(tile["layer"], None, tile["format"], tile["tilematrixset"], tile["tilematrix"],
                                 tile["row"], tile["column"])
# it takes any of the formats' templates
address = address.rsplit(".", 1)[0] + ".png"
by_address = openURL(address).read()
say("wmts address", address[len(url):])
say("wmts tiles", "alike" if by_pairs == by_address else "different")
with open("wmts.png", "wb") as file:
    file.write(by_pairs)
