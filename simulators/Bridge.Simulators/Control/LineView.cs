using Bridge.Simulators.Disturbances;
using Bridge.Simulators.Links;

namespace Bridge.Simulators.Control;

public sealed record LineView(string Id, string Address, bool IsPlugged, Weather? Weather)
{
    public static LineView Of(ISlaveLink link) => new(link.Bus.Id, link.Address, link.IsPlugged, (link.Bus as SlaveLine)?.Weather);
}
