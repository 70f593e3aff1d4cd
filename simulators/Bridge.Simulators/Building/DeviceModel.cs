using System.Text.Json.Serialization;

namespace Bridge.Simulators.Building;

[JsonConverter(typeof(JsonStringEnumConverter<DeviceModel>))]
public enum DeviceModel
{
    KeypadLock,
    Waveshare,
    Wirenboard,
    Eletechsup,
    Moxa,
    RegisterBank,
    OsdpReader,
    SerialIntercom,
}
