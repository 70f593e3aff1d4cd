using System.Globalization;
using MQTTnet;
using MQTTnet.Protocol;

namespace Bridge.Outbound.Mqtt;

/// <summary>What a CONNACK means (MQTT 5, 3.2.2.2). MQTTnet does not throw on a refusal, so somebody has to look.</summary>
internal static class ConnectAnswer
{
    /// <returns>null: welcome.</returns>
    public static ConnectResult? Fault(MqttClientConnectResult answer)
    {
        if (answer.ResultCode != MqttClientConnectResultCode.Success)
        {
            return Refusal(answer);
        }

        if (answer.MaximumQoS == MqttQualityOfServiceLevel.AtMostOnce)
        {
            return new ConnectResult.Refused("protocol: the broker has no QoS 1, so nothing would be acknowledged");
        }

        return answer.RetainAvailable ? null : new ConnectResult.Refused("protocol: the broker keeps no retained messages");
    }

    private static ConnectResult Refusal(MqttClientConnectResult answer)
    {
        string words = string.IsNullOrEmpty(answer.ReasonString) ? "" : ", " + answer.ReasonString;
        string reason = string.Create(CultureInfo.InvariantCulture, $"{answer.ResultCode} (0x{(int)answer.ResultCode:X2}){words}");
        if (!Enum.IsDefined(answer.ResultCode))
        {
            return new ConnectResult.Refused("protocol: the broker refused the connection: " + reason);
        }

        return answer.ResultCode switch
        {
            MqttClientConnectResultCode.BadUserNameOrPassword or MqttClientConnectResultCode.NotAuthorized
                or MqttClientConnectResultCode.BadAuthenticationMethod or MqttClientConnectResultCode.Banned
                or MqttClientConnectResultCode.ClientIdentifierNotValid =>
                new ConnectResult.Refused("credentials: the broker refused user name, password, certificate or client id: " + reason),
            MqttClientConnectResultCode.ServerUnavailable or MqttClientConnectResultCode.ServerBusy
                or MqttClientConnectResultCode.ConnectionRateExceeded or MqttClientConnectResultCode.QuotaExceeded
                or MqttClientConnectResultCode.UnspecifiedError or MqttClientConnectResultCode.ImplementationSpecificError =>
                new ConnectResult.Unreachable("the broker is there but does not take us now: " + reason),
            MqttClientConnectResultCode.UseAnotherServer or MqttClientConnectResultCode.ServerMoved =>
                new ConnectResult.Refused("protocol: the broker sends us elsewhere, change the configured address: " + reason),
            MqttClientConnectResultCode.MalformedPacket or MqttClientConnectResultCode.ProtocolError
                or MqttClientConnectResultCode.UnsupportedProtocolVersion or MqttClientConnectResultCode.TopicNameInvalid
                or MqttClientConnectResultCode.PacketTooLarge or MqttClientConnectResultCode.PayloadFormatInvalid
                or MqttClientConnectResultCode.RetainNotSupported or MqttClientConnectResultCode.QoSNotSupported =>
                new ConnectResult.Refused("protocol: the broker refused the connection or its will: " + reason),
            MqttClientConnectResultCode.Success => throw new ArgumentException("A success is no refusal.", nameof(answer)),
        };
    }
}
