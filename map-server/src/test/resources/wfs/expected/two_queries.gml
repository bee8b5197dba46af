<?xml version="1.0" encoding="UTF-8"?>
<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:ntm="urn:ruralmap:ntm" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.opengis.net/wfs/2.0 http://schemas.opengis.net/wfs/2.0/wfs.xsd http://www.opengis.net/gml/3.2 http://schemas.opengis.net/gml/3.2.1/gml.xsd urn:ruralmap:ntm http://server/wfs?service=WFS&amp;version=2.0.0&amp;request=DescribeFeatureType&amp;typeNames=ntm%3Acommunes" timeStamp="TIME" numberMatched="2" numberReturned="2">
<wfs:member><wfs:FeatureCollection timeStamp="TIME" numberMatched="1" numberReturned="1">
<wfs:member><ntm:communes gml:id="communes.3"><ntm:code>31528</ntm:code></ntm:communes></wfs:member></wfs:FeatureCollection></wfs:member>
<wfs:member><wfs:FeatureCollection timeStamp="TIME" numberMatched="1" numberReturned="1">
<wfs:member xlink:href="#communes.3"/></wfs:FeatureCollection></wfs:member>
</wfs:FeatureCollection>
