"""QGIS reads layers by WFS and OGC API, edits a zone, saves, and is told when somebody else was quicker.

qgis_client.py URL USER PASSWORD: prints facts, one on a line.
"""
import base64
import json
import os
import sys
import tempfile
import urllib.request

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.core import QgsApplication, QgsDataSourceUri, QgsVectorLayer  # noqa: E402

URL, USER, PASSWORD = sys.argv[1:4]
app = QgsApplication([], False)
app.initQgis()


def wfs(name, version):
    uri = QgsDataSourceUri()
    for key, value in {
        "url": URL + "/wfs",
        "typename": "ntm:" + name,
        "version": version,
        "srsname": "EPSG:4326",
        "username": USER,
        "password": PASSWORD,
        "pagingEnabled": "true",
    }.items():
        uri.setParam(key, value)
    return QgsVectorLayer(uri.uri(False), name, "WFS")


def patch(gml_id, holder):
    """What an officer in the browser would do meanwhile."""
    layer, fid = gml_id.split(".")
    login = base64.b64encode(f"minh:{PASSWORD}".encode()).decode()
    item = f"{URL}/ogc/collections/{layer}/items/{fid}"
    seen = urllib.request.urlopen(urllib.request.Request(item, headers={"Accept": "application/geo+json"})).headers["ETag"]
    request = urllib.request.Request(
        item,
        json.dumps({"properties": {"holder": holder}}).encode(),
        {"Content-Type": "application/merge-patch+json", "Authorization": "Basic " + login, "If-Match": seen},
        method="PATCH",
    )
    urllib.request.urlopen(request).read()


for version in ("1.0.0", "1.1.0", "2.0.0"):
    layer = wfs("communes", version)
    print(f"wfs {version}: {layer.isValid()} {layer.featureCount()} {sum(1 for _ in layer.getFeatures())}")

oapif = QgsDataSourceUri()
oapif.setParam("url", URL + "/ogc")
oapif.setParam("typename", "communes")
layer = QgsVectorLayer(oapif.uri(False), "communes", "OAPIF")
print(f"oapif: {layer.isValid()} {sum(1 for _ in layer.getFeatures())}")

zones = wfs("material_zones", "2.0.0")
first = next(zones.getFeatures())
print("fields:", " ".join(zones.fields().names()))
print("editable:", zones.startEditing())
geometry = first.geometry()
vertex = geometry.vertexAt(0)
geometry.moveVertex(vertex.x() + 0.00001, vertex.y() + 0.00001, 0)
zones.changeGeometry(first.id(), geometry)
zones.changeAttributeValue(first.id(), zones.fields().indexOf("holder"), "Sửa trong QGIS")
print("saved:", zones.commitChanges(), "; ".join(zones.commitErrors()))

again = wfs("material_zones", "2.0.0")
mine = next(again.getFeatures())
print("read again:", mine["holder"], mine["version"])
again.startEditing()
again.changeAttributeValue(mine.id(), again.fields().indexOf("holder"), "Của Lan")
patch(f"material_zones.{mine['fid']}", "Của Minh")
print("conflict:", again.commitChanges(), " ".join(again.commitErrors()))
item = urllib.request.urlopen(f"{URL}/ogc/collections/material_zones/items/{mine['fid']}?f=json").read()
print("kept:", json.loads(item)["properties"]["holder"])

for name in ("provinces", "communes", "hamlets", "material_zones", "tourism_sites", "ntm_status"):
    path = os.path.join(tempfile.mkdtemp(), name + ".sld")
    with open(path, "wb") as file:
        file.write(urllib.request.urlopen(f"{URL}/styles/{name}.sld").read())
    styled = wfs(name, "1.1.0")
    message, done = styled.loadSldStyle(path)
    renderer = styled.renderer()
    rules = renderer.rootRule().children() if renderer.type() == "RuleRenderer" else renderer.legendSymbolItems()
    print(f"style {name}: {done} {renderer.type()} {len(rules)} {message}".rstrip())
