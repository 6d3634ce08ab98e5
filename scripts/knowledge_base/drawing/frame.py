"""The part of the earth that maps show, and where a point falls in it."""

from dataclasses import dataclass
from math import cos, radians


@dataclass(frozen=True)
class Frame:
    """A box in degrees, drawn so that a kilometre is as long to the east as to the north in its middle."""

    west: float
    east: float
    south: float
    north: float

    @property
    def aspect(self) -> float:
        """Width of the drawing divided by its height."""
        shrink = cos(radians((self.south + self.north) / 2))
        return (self.east - self.west) * shrink / (self.north - self.south)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The sides as smallest longitude and latitude, largest longitude and latitude."""
        return self.west, self.south, self.east, self.north

    def grown(self, degrees: float) -> "Frame":
        """Return a frame that is larger on every side."""
        return Frame(self.west - degrees, self.east + degrees, self.south - degrees, self.north + degrees)

    def holds(self, longitude: float, latitude: float) -> bool:
        """Tell whether a point lies in the box."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return how far right and how far down a point lies: 0 to 1 for one in the box."""
        return (
            (longitude - self.west) / (self.east - self.west),
            (self.north - latitude) / (self.north - self.south),
        )


SOUTH_BALTIC = Frame(west=10.5, east=23.5, south=53.3, north=58.4)
"""South Sweden, Bornholm, and the coast from Rostock by Pomorskie and Kaliningrad to Klaipėda."""
