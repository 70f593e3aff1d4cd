using System.Globalization;
using MQTTnet;

namespace Bridge.Outbound.Mqtt;

/// <summary>What a PUBACK means for the message (MQTT 5, 3.4.2.1).</summary>
internal static class Acknowledgement
{
    public static DeliveryResult Judge(string topic, MqttClientPublishReasonCode code, string? reason)
    {
        if (!Enum.IsDefined(code))
        {
            // The byte comes from the network; MQTT says that 0x80 and above are failures.
            return (int)code < 0x80 ? DeliveryResult.Delivered.Instance : Refused(topic, code, reason, needsAttention: true);
        }

        return code switch
        {
            // Nobody listens at the moment: the broker has taken the message all the same.
            MqttClientPublishReasonCode.Success or MqttClientPublishReasonCode.NoMatchingSubscribers => DeliveryResult.Delivered.Instance,
            MqttClientPublishReasonCode.UnspecifiedError => Refused(topic, code, reason, needsAttention: false),
            MqttClientPublishReasonCode.ImplementationSpecificError => Refused(topic, code, reason, needsAttention: false),
            MqttClientPublishReasonCode.PacketIdentifierInUse => Refused(topic, code, reason, needsAttention: false),
            // Rights and quota are changed at the broker, the message is good: keep it.
            MqttClientPublishReasonCode.NotAuthorized => Refused(topic, code, reason, needsAttention: true),
            MqttClientPublishReasonCode.QuotaExceeded => Refused(topic, code, reason, needsAttention: true),
            // No later attempt can be better.
            MqttClientPublishReasonCode.TopicNameInvalid => new DeliveryResult.Poison(Describe(topic, code, reason)),
            MqttClientPublishReasonCode.PayloadFormatInvalid => new DeliveryResult.Poison(Describe(topic, code, reason)),
        };
    }

    private static DeliveryResult.TryLater Refused(string topic, MqttClientPublishReasonCode code, string? reason, bool needsAttention) =>
        new(Describe(topic, code, reason)) { NeedsAttention = needsAttention };

    private static string Describe(string topic, MqttClientPublishReasonCode code, string? reason) => string.Create(
        CultureInfo.InvariantCulture,
        $"the broker refused {topic}: {code} (0x{(int)code:X2}){(string.IsNullOrEmpty(reason) ? "" : ", " + reason)}");
}
