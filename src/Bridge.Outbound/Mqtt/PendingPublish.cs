using MQTTnet;

namespace Bridge.Outbound.Mqtt;

/// <summary>A message that was started: either its acknowledgement is awaited, or it never left.</summary>
internal readonly record struct PendingPublish(string Topic, Task<MqttClientPublishResult>? Acknowledged, DeliveryResult? NotSent);
