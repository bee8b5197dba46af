"""Reads the server with OWSLib, the library behind many Python tools, and prints what it got, one fact a line."""
import sys
from owslib.ogcapi.features import Features
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

for version in ("1.0.0", "1.1.0", "2.0.0"):
    wfs = WebFeatureService(url + "/wfs", version=version)
    communes = wfs["ntm:communes"]
    say(f"wfs {version} types", " ".join(sorted(wfs.contents)))
    say(f"wfs {version} title", communes.title)
    say(f"wfs {version} box", " ".join(f"{value:.1f}" for value in communes.boundingBoxWGS84))
    schema = wfs.get_schema("ntm:communes")
    say(f"wfs {version} schema", f"{schema['geometry_column']} {schema['properties']['name']} {schema['properties']['population']}")
    # Longitude first here too.
    page = {"startindex": 1} if version == "2.0.0" else {}
    features = wfs.getfeature(typename=["ntm:communes"], maxfeatures=3, outputFormat="application/json", **page).read()
    with open(f"wfs-{version}.json", "wb") as file:
        file.write(features)
    place = PLACE + tuple(value + 0.001 for value in PLACE) + (("urn:ogc:def:crs:EPSG::4326",) if version != "1.0.0" else ())
    gml = wfs.getfeature(typename=["ntm:communes"], bbox=place).read()
    with open(f"wfs-{version}.gml", "wb") as file:
        file.write(gml)

api = Features(url + "/ogc")
say("ogc collections", " ".join(sorted(api.feature_collections())))
place = api.collection_items("communes", bbox=list(PLACE + tuple(value + 0.001 for value in PLACE)))["features"]
say("ogc place", ", ".join(item["properties"]["name"] for item in place))
say("ogc matched", api.collection_items("communes", limit=3)["numberMatched"])
say("ogc item", api.collection_item("communes", str(place[0]["id"]))["properties"]["name"])

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
